import { expect, it } from "vitest";
import { URLS } from "../definition/extension-urls.ts";
import { formOf } from "../testing/form-of.ts";

it("calculates where eval is forbidden", async () => {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "script-src 'self'";
  document.head.append(policy);
  const violations: string[] = [];
  const probe = new Promise<void>((resolve) => {
    document.addEventListener("securitypolicyviolation", ({ blockedURI }) => {
      violations.push(blockedURI);
      resolve();
    });
  });
  expect(() => new Function("return 1")).toThrow();
  await probe;
  const form = formOf([
    { linkId: "a", type: "decimal" },
    {
      linkId: "b",
      type: "decimal",
      extension: [
        {
          url: URLS.calculatedExpression,
          valueExpression: {
            language: "text/fhirpath",
            expression: "%resource.item.where(linkId='a').answer.value.power(2).round(1)",
          },
        },
      ],
    },
  ]);
  await form.ready;
  form.typeText("a", 0, "1,5");
  expect(form.issues).toEqual([]);
  expect(form.inputText("b")).toBe("2,3");
  // The probe alone: it shows that the policy is in force.
  expect(violations).toEqual(["eval"]);
});
