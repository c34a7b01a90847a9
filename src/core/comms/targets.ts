import type { TargetKind, TargetRules } from './target';
import { discord } from './targets/discord';
import { mattermost } from './targets/mattermost';
import { ntfy } from './targets/ntfy';
import { pagerDuty } from './targets/pagerDuty';
import { slackBot } from './targets/slackBot';
import { slackWebhook } from './targets/slackWebhook';
import { statuspage } from './targets/statuspage';
import { teams } from './targets/teams';
import { webhook } from './targets/webhook';

/** Every system a message can go to. */
export const targetRules: Readonly<Record<TargetKind, TargetRules>> = {
	slackWebhook,
	slackBot,
	teams,
	discord,
	mattermost,
	ntfy,
	webhook,
	pagerDuty,
	statuspage,
};
