import * as assert from 'node:assert/strict';
import { fileKind, type FileKind } from '../../../../src/core/deploys/fileKinds';

const rows: readonly [kind: FileKind | undefined, paths: readonly string[]][] = [
	[
		'migration',
		[
			'db/migrate/20261123_add_total.rb',
			'migrations/0001_init.py',
			'src/Migrations/V2.cs',
			'alembic/versions/ab12.py',
			'db/schema.rb',
			'prisma/schema.prisma',
		],
	],
	[
		'dependency',
		[
			'package.json',
			'web/package-lock.json',
			'pnpm-lock.yaml',
			'bun.lockb',
			'composer.lock',
			'requirements-dev.txt',
			'Pipfile.lock',
			'uv.lock',
			'pyproject.toml',
			'setup.cfg',
			'Gemfile',
			'shop.gemspec',
			'go.sum',
			'Cargo.toml',
			'pom.xml',
			'app/build.gradle.kts',
			'api/Shop.csproj',
		],
	],
	[
		'infrastructure',
		[
			'.github/workflows/deploy.yml',
			'k8s/prod/config.yaml',
			'deploy/values.yaml',
			'Dockerfile',
			'api.Dockerfile',
			'Dockerfile.worker',
			'docker-compose.prod.yml',
			'compose.yaml',
			'main.tf',
			'Jenkinsfile',
			'.gitlab-ci.yml',
			'serverless.yml',
			'ops/nginx.conf',
		],
	],
	[
		'configuration',
		[
			'config/database.yml',
			'.env.production',
			'src/main/resources/application-prod.yml',
			'appsettings.json',
			'settings.py',
			'app.properties',
			'feature-flags/checkout.json',
		],
	],
	[
		undefined,
		[
			'src/app.ts',
			'README.md',
			'docs/deploy.md',
			'src/migrate.ts',
			'src/packages.ts',
			'package.json.md',
			'src/reconfigure.ts',
			'',
		],
	],
];

suite('core/deploys/fileKinds', () => {
	for (const [kind, paths] of rows) {
		for (const path of paths) test(`${kind ?? 'none'}: ${path}`, () => assert.equal(fileKind(path), kind));
	}
});
