// Loaded only when somebody looks at a customer: the names are half of what starts slowly.
export { identityOf } from "../population/index.ts";
