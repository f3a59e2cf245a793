/** The checker of conditions that policies and law packs share. */
export type { NamedConditions } from "./condition-context.ts";
export { checkConditions } from "./condition-tree.ts";
export { checkNamedConditions } from "./named-conditions.ts";
