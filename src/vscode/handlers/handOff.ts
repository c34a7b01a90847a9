import * as vscode from 'vscode';
import { sameName } from '../../core/incident/decisionOwner';
import { handOffBrief } from '../../core/incident/handOffBrief';
import type { RoleOffer } from '../../core/incident/model';
import { UserError } from '../../core/userError';
import type { Handler } from '../commands';
import { plain } from '../plain';
import { requireTrust } from '../trust';
import { textIn } from './argument';
import { pickRow } from './ask';
import type { IncidentTools } from './incidentTools';
import { askPerson, askRole } from './roleChoice';
import { say } from './say';

const refusal = 'no role can be handed on in it';

/**
 * Offers a role with a brief made from the record. The brief opens as a document that is not saved anywhere; what it
 * says when the person offers is what is recorded.
 */
export function handOffHandler(tools: IncidentTools): Handler {
	return async (argument) => {
		requireTrust(refusal);
		const { session, clock } = tools;
		const { state, record } = session.requireOpen('its roles stay');
		const role = textIn(argument, 'role') ?? (await askRole(tools, state, 'Hand Off Role'));
		if (role === undefined) return;
		const to = await askPerson(tools, state, `Hand Off Role: ${role}, to whom?`);
		if (to === undefined) return;
		const brief = handOffBrief(state, { role, to, now: clock.now() });
		const document = await vscode.workspace.openTextDocument({ content: brief, language: 'markdown' });
		await vscode.window.showTextDocument(document);
		if (!(await isOffered(role, to))) return;
		await record('roleOffered', { role, to, brief: document.getText() });
		const words = `${role} is offered to ${to}. You keep it until they accept. Send them the brief: nothing was sent.`;
		void vscode.window.showInformationMessage(plain(words));
	};
}

/** Not modal: the brief is to be read and changed meanwhile. */
async function isOffered(role: string, to: string): Promise<boolean> {
	const offer = 'Offer';
	const question = `Read the brief, change what you like, then offer ${role} to ${to}. Nothing is recorded before.`;
	return (await vscode.window.showInformationMessage(plain(question), offer)) === offer;
}

/** Takes a role that was offered. One that was offered to somebody else is taken only when the person says for whom. */
export function acceptRoleHandler({ session }: IncidentTools): Handler {
	return async (argument) => {
		requireTrust(refusal);
		const { state, record } = session.requireOpen('its roles stay');
		const { me } = session;
		const role = textIn(argument, 'role') ?? (await askOffer(state.offers, me));
		if (role === undefined) return;
		const offer = state.offers.get(role);
		if (!offer)
			throw new UserError(`${role} is not offered to anybody. Take it with “Incident: Take Role…”.`);
		const person = await accepter(role, offer, me);
		if (person === undefined) return;
		await record('roleAccepted', { role, person, offer: offer.id });
		say(`${role}: ${person}`);
	};
}

async function askOffer(offers: ReadonlyMap<string, RoleOffer>, me: string): Promise<string | undefined> {
	const rows = [...offers].map(([role, { to, by }]) => ({
		label: plain(role),
		description: plain(`offered to ${to} by ${by}`),
		role,
		mine: sameName(to, me),
	}));
	const [own] = rows.filter(({ mine }) => mine);
	if (rows.length === 0) throw new UserError('No role is offered at the moment.');
	if (own && rows.length === 1) return own.role;
	rows.sort((left, right) => Number(right.mine) - Number(left.mine));
	return (await pickRow('Accept Role', 'Which role?', rows))?.role;
}

async function accepter(role: string, { to }: RoleOffer, me: string): Promise<string | undefined> {
	if (sameName(to, me)) return me;
	const [forThem, asMe] = [`Accept for ${to}`, `I Am Taking It (${me})`];
	const answer = await vscode.window.showWarningMessage(
		plain(`${role} is offered to ${to}, and you are ${me}.`),
		{ modal: true, detail: 'Who is taking it?' },
		forThem,
		asMe,
	);
	if (answer === asMe) return me;
	return answer === forThem ? to : undefined;
}
