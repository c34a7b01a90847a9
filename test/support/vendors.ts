import type { TargetKind } from '../../src/core/comms/target';
import type { Vendor } from './vendor';
import { discord, mattermost, ntfy, slackBot, slackWebhook, teams } from './vendorsChat';
import { pagerDuty, statuspage, webhook } from './vendorsOther';

export const vendors: Readonly<Record<TargetKind, Vendor>> = {
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
