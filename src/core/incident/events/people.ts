import { hasShape, isString, optional } from '../guards';
import { noteConflict, type EventRules } from '../rule';

export interface RoleAssignment {
	readonly role: string;
	readonly person: string;
}

/** Who does what. A hand-off is an offer that the other person accepts. */
export interface PeopleEvents {
	readonly roleAssigned: RoleAssignment;
	/** `brief` is what the next person was told. */
	readonly roleOffered: { readonly role: string; readonly to: string; readonly brief: string | undefined };
	/** `offer` is the id of the offer that is accepted. */
	readonly roleAccepted: RoleAssignment & { readonly offer: string | undefined };
}

export const isRoleAssignment = hasShape({ role: isString, person: isString });

export const peopleRules: EventRules<PeopleEvents> = {
	roleAssigned: {
		isData: isRoleAssignment,
		register: ({ role }) => `role:${role}`,
		apply: (draft, event, rival) => {
			const { role, person } = event.data;
			const before = draft.roles.get(role);
			if (rival) noteConflict(draft, `role:${role}`, rival, { kept: person, other: before ?? 'nobody' });
			draft.roles.set(role, person);
			draft.offers.delete(role);
			if (before !== undefined && before !== person) draft.handedOffAt.set(role, event.at);
		},
		kind: 'role',
		describe: ({ role, person }) => `${role}: ${person}`,
		undoable: true,
	},
	roleOffered: {
		isData: hasShape({ role: isString, to: isString, brief: optional(isString) }),
		apply: (draft, { id, by, at, data: { role, to } }) => void draft.offers.set(role, { id, to, by, at }),
		kind: 'role',
		describe: ({ role, to }) => `${role} is offered to ${to}`,
		undoable: true,
	},
	roleAccepted: {
		isData: hasShape({ role: isString, person: isString, offer: optional(isString) }),
		register: ({ role }) => `role:${role}`,
		apply: (draft, event, rival) => {
			const { role, person } = event.data;
			const before = draft.roles.get(role) ?? 'nobody';
			if (rival) noteConflict(draft, `role:${role}`, rival, { kept: person, other: before });
			draft.roles.set(role, person);
			draft.offers.delete(role);
			draft.handedOffAt.set(role, event.at);
		},
		kind: 'role',
		describe: ({ role, person }) => `${person} has taken over as ${role}`,
		undoable: true,
	},
};
