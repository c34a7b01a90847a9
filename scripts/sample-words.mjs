// The vocabulary of the sample's history table.

export const people = {
	maren: { name: 'Maren Okafor', email: 'maren@lockbay.example', zone: '+0100' },
	tomasz: { name: 'Tomasz Lindqvist', email: 'tomasz@lockbay.example', zone: '+0100' },
	priya: { name: 'Priya Castellanos', email: 'priya@lockbay.example', zone: '-0500' },
	jun: { name: 'Jun Abernathy', email: 'jun@lockbay.example', zone: '+0900' },
};

/** Minutes before now. */
export const ago = (days, hours = 0, minutes = 0) => (days * 24 + hours) * 60 + minutes;
export const change = (file, before, after) => ({ file, before, after });
export const insert = (file, anchor, text) => change(file, anchor, anchor + text);
export const undo = ({ file, before, after }) => change(file, after, before);

export const runbook = 'runbooks/INCIDENT_RESPONSE.md';
