import { fieldKeyOf, judgeField } from './field';
import { foldLabel } from './labels';
import type { Found } from './slots';
import type { Cell, Row, Table } from './tables';

const labelColumns = new Set(
	[
		'field',
		'item',
		'metric',
		'role',
		'milestone',
		'property',
		'attribute',
		'key',
		'detail',
		'campo',
		'rol',
		'papel',
	].concat(['funcao', 'event', '字段', '项目', '角色']),
);

const valueColumns = new Set(
	[
		'value',
		'details',
		'detail',
		'name',
		'person',
		'assigned to',
		'assignee',
		'who',
		'time',
		'timestamp',
		'valor',
	].concat(['nombre', 'nome', 'descricao', 'descripcion', 'information', '值', '内容']),
);

/** Rows such as `| Severity | P0 / P1 |`: the label in one column, its value in the next. */
export function findTableFields(table: Table): readonly Found[] {
	return pairColumns(table).flatMap((column) =>
		[table.header, ...table.rows].flatMap((row) => judgeRow(table, row, column)),
	);
}

/** The columns that hold labels: the first, or every other one where the headers between are empty. */
function pairColumns({ header }: Table): readonly number[] {
	const titles = header.cells.map(({ text }) => foldLabel(text));
	if (titles.length === 2) {
		return [0];
	}
	if (titles.length === 4 && titles[1] === '' && titles[3] === '') {
		return [0, 2];
	}
	return labelColumns.has(titles[0] ?? '') && valueColumns.has(titles[1] ?? '') ? [0] : [];
}

function judgeRow(table: Table, row: Row, column: number): readonly Found[] {
	const [label, value] = [row.cells[column], row.cells[column + 1]];
	if (label === undefined || value === undefined || label.text === '') {
		return [];
	}
	const isHeader = row === table.header;
	if (isHeader && (value.text !== '' || fieldKeyOf(label.text) === undefined)) {
		return [];
	}
	return judgeField({
		label: label.text,
		value: value.text,
		line: row.line.number,
		start: value.start,
		end: value.end,
		form: { kind: 'cell', cell: cellText(row, value) },
		column: table.header.cells[column + 1]?.text ?? '',
	});
}

function cellText({ line }: Row, cell: Cell): string {
	return line.text.slice(cell.start - line.start, cell.end - line.start);
}
