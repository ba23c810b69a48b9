import type { Person } from "./payloads.ts";
import type { Wire } from "./wire.ts";

/** Which form is open for whom: a form opens for the person whose trigger it was opened with. */
export function createOpenForms(wire: Wire, emulatorUrl: string) {
  const triggers = new Map<string, string>();
  const submitted = new Set<unknown>();
  return {
    /** A trigger of this person's, good for one form. */
    async trigger(person: Person, token: string): Promise<string> {
      const response = await fetch(`${emulatorUrl}/api/views.generateTriggerId`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ user_id: person.id }),
      });
      const { trigger_id }: { trigger_id: string } = JSON.parse(await response.text());
      triggers.set(trigger_id, person.id);
      return trigger_id;
    },
    /** The newest form of this person's that was not submitted. */
    openFor: (person: Person): unknown =>
      wire
        .of("views.open")
        .filter(({ args }) => triggers.get(String(args["trigger_id"])) === person.id)
        .map(({ args }) => args["view"])
        .findLast((view) => !submitted.has(view)),
    close: (view: unknown): void => void submitted.add(view),
  };
}
export type OpenForms = ReturnType<typeof createOpenForms>;
