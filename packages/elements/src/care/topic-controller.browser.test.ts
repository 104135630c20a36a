import { fixture, html } from "@open-wc/testing";
import { LitElement } from "lit";
import { expect, it } from "vitest";
import { managed, subjectView } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { TopicController } from "./topic-controller.ts";

const service = new ScriptedService();

class Follower extends LitElement {
  readonly subject = new TopicController(this, () => service, "subject");
  protected override render() {
    return html`${this.subject.value?.about.state}`;
  }
}
customElements.define("test-follower", Follower);

it("follows nothing for an element that is drawn once more after it left the page", async () => {
  const follower = await fixture<Follower>(html`<test-follower></test-follower>`);
  const parent = follower.parentElement;
  expect(service.followed).toBe(1);
  follower.remove();
  // What was on its way when it left arrives.
  follower.requestUpdate();
  await follower.updateComplete;
  expect([service.followed, follower.subject.value]).toEqual([0, undefined]);

  service.say("subject", subjectView(managed()));
  parent?.append(follower);
  await follower.updateComplete;
  expect([service.followed, follower.shadowRoot?.textContent]).toEqual([1, "managed"]);
});
