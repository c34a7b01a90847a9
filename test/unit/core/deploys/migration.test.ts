import * as assert from 'node:assert/strict';
import { readMigration } from '../../../../src/core/deploys/migration';

const django = 'class Migration(migrations.Migration):\n    operations = [\n';
const alembic = 'def upgrade():\n    op.add_column("a")\n\n\ndef downgrade():\n';

const rows: readonly [path: string, text: string, expected: string, siblings?: readonly string[]][] = [
	['migrations/1.sql', 'ALTER TABLE a ADD b int;', 'one way'],
	['migrations/1.sql', 'ALTER TABLE a DROP COLUMN b;', 'one way, drops'],
	['migrations/1.sql', '-- +goose Up\nCREATE TABLE a();\n-- +goose Down\nDROP TABLE a;\n', 'both ways'],
	[
		'migrations/1.sql',
		'-- migrate:up\nDROP TABLE a;\n-- migrate:down\nCREATE TABLE a();\n',
		'both ways, drops',
	],
	['db/1_a.up.sql', 'CREATE TABLE a();', 'both ways', ['db/1_a.up.sql', 'db/1_a.down.sql']],
	['db/1_a.up.sql', 'CREATE TABLE a();', 'one way', ['db/1_a.up.sql', 'db/2_a.down.sql']],
	['migrations/2026/up.sql', '', 'both ways', ['migrations/2026/down.sql']],
	['flyway/V1.2__a.sql', '', 'both ways', ['flyway/U1.2__a.sql']],
	['db/migrate/2026_a.rb', 'class A\n  def change\n    add_column :a, :b\n  end\nend', 'both ways'],
	['db/migrate/2026_a.rb', 'class A\n  def change\n    execute "x"\n  end\nend', 'one way'],
	[
		'db/migrate/2026_a.rb',
		'  def up\n    drop_table :a\n  end\n  def down\n    create_table :a\n  end',
		'both ways, drops',
	],
	['db/migrate/2026_a.rb', '  def down\n    raise ActiveRecord::IrreversibleMigration\n  end', 'one way'],
	['db/migrate/2026_a.rb', '  def up\n    execute "x"\n  end', 'one way'],
	['alembic/versions/a.py', `${alembic}    op.drop_column("a", "b")\n`, 'both ways'],
	['alembic/versions/a.py', `${alembic}    pass\n`, 'one way'],
	['alembic/versions/a.py', `${alembic}    # cannot\n    raise NotImplementedError()\n`, 'one way'],
	['a/migrations/1.py', `${django}migrations.AddField("a")]`, 'both ways'],
	['a/migrations/1.py', `${django}migrations.RunPython(forwards)]`, 'one way'],
	['a/migrations/1.py', `${django}migrations.RunPython(forwards, backwards)]`, 'both ways'],
	['a/migrations/1.py', `${django}migrations.RunSQL("delete from a")]`, 'one way, drops'],
	[
		'migrations/1.js',
		'exports.up = (k) => k.x();\nexports.down = (k) => k.schema.dropTable("a");',
		'both ways',
	],
	['migrations/1.js', 'exports.up = (k) => k.x();', 'one way'],
	[
		'migrations/1.ts',
		'async up(q) { q.dropColumn("a"); }\nasync down(q): Promise<void> {}',
		'one way, drops',
	],
	[
		'migrations/1.php',
		'public function up() { x(); }\npublic function down(): void\n{\n  y();\n}',
		'both ways',
	],
	['migrations/1.php', 'public function up() { x(); }\npublic function down(): void\n{\n}', 'one way'],
	['migrations/1.go', 'func init() {}', 'unknown'],
	['db/schema.rb', 'create_table', 'unknown'],
];

suite('core/deploys/migration', () => {
	for (const [path, text, expected, siblings = []] of rows) {
		test(`${path} ${JSON.stringify(text)} is ${expected}`, () => {
			const { wayDown, dropsData } = readMigration(path, text, siblings);
			const way = wayDown === undefined ? 'unknown' : wayDown ? 'both ways' : 'one way';
			assert.equal(`${way}${dropsData ? ', drops' : ''}`, expected);
		});
	}
});
