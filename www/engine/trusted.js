// The one place where text becomes something that a browser may run or parse. Where trusted types are enforced, nothing else can.

/** @typedef {{ createHTML(text: string): string, createScriptURL(address: string): string }} Policy */

const types = /** @type {{ trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }} */ (globalThis).trustedTypes;

/** @type {Policy} */
const rules = {
  // For DOMParser only: the document it makes is inert, and only its text is read.
  createHTML: (text) => text,
  createScriptURL: (address) => {
    if (!address.startsWith('blob:')) throw new TypeError('Only workers made by this page are allowed.');
    return address;
  },
};

export const trusted = types ? types.createPolicy('dateline', rules) : rules;
