/** What a migration of the database says about going back. */
export interface MigrationFacts {
	/** `undefined` when the file is of a kind we cannot read. */
	readonly wayDown: boolean | undefined;
	/** Going up throws data away, so that no way down brings it back. */
	readonly dropsData: boolean;
}

/**
 * Reads one file that a deploy added to the migrations. `siblings` are the paths that came with it, because many
 * tools keep the way down in a file of its own. A look at the text, not a run of it: it can be wrong both ways.
 */
export function readMigration(path: string, text: string, siblings: readonly string[]): MigrationFacts {
	const grammar = grammars.find(({ name }) => name.test(path));
	const mark = grammar?.down && grammar.down.exec(text);
	const up = mark ? text.slice(0, mark.index) : text;
	return {
		wayDown: twinOf(path).some((twin) => siblings.includes(twin)) || grammar?.hasWayDown(text),
		dropsData: dropping.test(up),
	};
}

interface Grammar {
	readonly name: RegExp;
	/** Where the way down begins. */
	readonly down?: RegExp;
	readonly hasWayDown: (text: string) => boolean;
}

const rubyDown = /^\s*(?:def (?:self\.)?down|dir\.down)\b/m;
const pythonDown = /^def downgrade\b/m;
const scriptDown = /\bexports\.down\b|\b(?:async\s+)?down\s*(?::|=|\()/;
const sqlDown = /^--\s*(?:\+goose down|\+migrate down|migrate:down|\/\/@undo|rollback\b)/im;

// golang-migrate, Diesel, Flyway, goose, dbmate, Liquibase; Rails; Alembic, Django; Knex, Sequelize, TypeORM; Laravel; EF Core; Ecto
const grammars: readonly Grammar[] = [
	{ name: /\.sql$/i, down: sqlDown, hasWayDown: (text) => sqlDown.test(text) },
	{
		name: /\/\d+\w*\.rb$/,
		down: rubyDown,
		hasWayDown: (text) =>
			!/IrreversibleMigration/.test(text) &&
			(rubyDown.test(text) || (/^\s*def change\b/m.test(text) && !/^\s*execute\b/m.test(text))),
	},
	{
		name: /\.py$/,
		down: pythonDown,
		hasWayDown: (text) =>
			pythonDown.test(text)
				? !/^def downgrade\b.*\n(?:\s*(?:"""[^"]*"""|#.*)?\n)*\s+(?:pass|raise\b.*)\s*$/m.test(text)
				: /\bmigrations\.Migration\b/.test(text) && !oneWayDjango.test(text),
	},
	{
		name: /\.[cm]?[jt]s$/,
		down: scriptDown,
		hasWayDown: (text) => scriptDown.test(text) && !/\bdown\b[^{]{0,200}\{\s*(?:return;?)?\s*\}/.test(text),
	},
	{
		name: /\.php$/,
		down: /function down\b/,
		hasWayDown: (text) => /function down\b[^{]*\{\s*[^\s}]/.test(text),
	},
	{
		name: /\.cs$/,
		down: /\boverride void Down\b/,
		hasWayDown: (text) => /\boverride void Down\b[^{]*\{\s*[^\s}]/.test(text),
	},
	{ name: /\.exs$/, down: /^\s*def down\b/m, hasWayDown: (text) => /^\s*def (?:down|change)\b/m.test(text) },
];

// RunPython(forwards) and RunSQL("…") with nothing for the way back
const oneWayDjango =
	/\bRunPython\(\s*[\w.]+\s*,?\s*\)|\bRunSQL\(\s*(?:"[^"]*"|'[^']*'|"""[^]*?""")\s*,?\s*\)/;

const dropping =
	/\b(?:drop\s+(?:table|column|schema|database)|truncate\s+(?:table\s+)?\w|delete\s+from|drop_table|drop_column|remove_columns?|dropTable|dropColumn|removeColumn|DropTable|DropColumn|DeleteModel|RemoveField)\b/i;

/** `1.up.sql` has `1.down.sql`, `up.sql` has `down.sql`, `V1__x.sql` has `U1__x.sql`. */
function twinOf(path: string): readonly string[] {
	return [
		path.replace(/(^|[./])up(\.\w+)$/, '$1down$2'),
		path.replace(/(^|\/)V([\d._]+__[^/]*\.sql)$/, '$1U$2'),
	].filter((twin) => twin !== path);
}
