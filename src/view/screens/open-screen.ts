import type { OpenScreen, ScreenRequest } from "./screen-request.ts";

/** Opens the screen. Ink and React are loaded only now: no other command pays for them. */
export async function openScreen(request: ScreenRequest): Promise<OpenScreen> {
  const { mountScreen } = await import("./screen.tsx");
  return mountScreen(request);
}
