/** What a change of a file can break beyond the code it holds. */
export type FileKind = 'migration' | 'dependency' | 'infrastructure' | 'configuration';

/** `undefined` for plain code, documents and everything else. The first rule that matches wins. */
export function fileKind(path: string): FileKind | undefined {
	return rules.find((rule) => rule.pattern.test(path))?.kind;
}

const rules: readonly { readonly kind: FileKind; readonly pattern: RegExp }[] = [
	{ kind: 'migration', pattern: folder('migrations?|migrate|alembic/versions|flyway|liquibase') },
	{ kind: 'migration', pattern: name('schema\\.rb|structure\\.sql|schema\\.prisma|schema\\.sql') },

	{
		kind: 'dependency',
		pattern: name('package(-lock)?\\.json|npm-shrinkwrap\\.json|yarn\\.lock|bun\\.lockb?'),
	},
	{ kind: 'dependency', pattern: name('pnpm-(lock|workspace)\\.yaml|deno\\.lock|composer\\.(json|lock)') },
	{
		kind: 'dependency',
		pattern: name('requirements[\\w.-]*\\.(txt|in)|pipfile(\\.lock)?|(poetry|uv|pdm)\\.lock'),
	},
	{
		kind: 'dependency',
		pattern: name('pyproject\\.toml|setup\\.(py|cfg)|gemfile(\\.lock)?|[\\w.-]+\\.gemspec'),
	},
	{
		kind: 'dependency',
		pattern: name('go\\.(mod|sum|work)|cargo\\.(toml|lock)|mix\\.(exs|lock)|pubspec\\.\\w+'),
	},
	{
		kind: 'dependency',
		pattern: name('pom\\.xml|(build|settings)\\.gradle(\\.kts)?|libs\\.versions\\.toml'),
	},
	{
		kind: 'dependency',
		pattern: name('[\\w.-]+\\.csproj|packages\\.lock\\.json|directory\\.packages\\.props'),
	},

	{
		kind: 'infrastructure',
		pattern: folder('\\.github/workflows|\\.github/actions|\\.circleci|\\.buildkite|\\.ci'),
	},
	{
		kind: 'infrastructure',
		pattern: folder('k8s|kubernetes|helm|charts|terraform|ansible|infra|infrastructure'),
	},
	{ kind: 'infrastructure', pattern: folder('deploy|deployment|deployments|argocd|kustomize|pulumi') },
	{
		kind: 'infrastructure',
		pattern: name('([\\w.-]+\\.)?dockerfile|dockerfile\\.[\\w.-]+|\\.dockerignore|procfile'),
	},
	{
		kind: 'infrastructure',
		pattern: name('(docker-)?compose[\\w.-]*\\.ya?ml|[\\w.-]+\\.(tf|tfvars|hcl|bicep)'),
	},
	{ kind: 'infrastructure', pattern: name('jenkinsfile|\\.gitlab-ci\\.yml|azure-pipelines[\\w.-]*\\.ya?ml') },
	{
		kind: 'infrastructure',
		pattern: name('\\.travis\\.yml|serverless\\.ya?ml|fly\\.toml|[\\w.-]*nginx[\\w.-]*'),
	},

	{ kind: 'configuration', pattern: folder('config|configs|conf|settings|feature-?flags|flags') },
	{ kind: 'configuration', pattern: name('\\.env[\\w.-]*|[\\w.-]+\\.(env|ini|conf|cfg|properties|toml)') },
	{ kind: 'configuration', pattern: name('appsettings[\\w.-]*\\.json|application[\\w.-]*\\.ya?ml') },
	{ kind: 'configuration', pattern: name('(config|settings|flags|features)[\\w.-]*') },
];

function folder(names: string): RegExp {
	return new RegExp(`(?:^|/)(?:${names})/`, 'i');
}

function name(names: string): RegExp {
	return new RegExp(`(?:^|/)(?:${names})$`, 'i');
}
