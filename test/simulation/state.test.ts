import { expect, test } from "vitest";
import { newState } from "../../src/simulation/customer-state.ts";

test("the state of a customer has no more fields than the engine keeps inside an object", () => {
  // With 129 V8 moves all of them to a list beside the object: every month then costs a sixth more.
  expect(Object.keys(newState(1)).length).toBeLessThanOrEqual(128);
});
