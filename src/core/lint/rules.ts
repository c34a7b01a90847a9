import type { Rule } from './rule';
import { unresolvedAnchor } from './rules/anchors';
import { levelWithoutContact, severityWithoutCadence } from './rules/coverage';
import { unlabelledShellFence } from './rules/fences';
import { missingScript, unresolvedLink } from './rules/files';
import { dueOutsidePhase, duplicateItem } from './rules/items';
import { missingLastUpdated, missingOwner, staleLastUpdated } from './rules/metadata';
import { unfilledPlaceholder } from './rules/placeholders';
import { commanderHandsOn, scribeHandsOn } from './rules/roles';
import { destructiveWithoutCheck, scriptCannotFail } from './rules/scripts';
import { unknownLintCode } from './rules/suppression';

/** Every rule, those that break a response first. */
export const rules: readonly Rule[] = [
	unresolvedLink,
	unresolvedAnchor,
	missingScript,
	unfilledPlaceholder,
	scriptCannotFail,
	destructiveWithoutCheck,
	unlabelledShellFence,
	commanderHandsOn,
	scribeHandsOn,
	levelWithoutContact,
	severityWithoutCadence,
	dueOutsidePhase,
	duplicateItem,
	staleLastUpdated,
	missingLastUpdated,
	missingOwner,
	unknownLintCode,
];
