import type { FhirRequest, HttpMethod } from "@medplum/fhir-router";

export interface ServiceRequestHeaders {
  readonly ifMatch?: string | undefined;
  readonly ifNoneExist?: string | undefined;
}

/** A request as Medplum's router takes it. `If-Match: "3"` and `W/"3"` mean the same. */
export const requestOf = (request: {
  readonly method: HttpMethod;
  readonly url: string;
  readonly body: unknown;
  readonly headers: ServiceRequestHeaders;
}): FhirRequest => ({
  method: request.method,
  url: request.url,
  pathname: "",
  body: request.body,
  params: {},
  query: {},
  headers: {
    ...(request.headers.ifMatch === undefined ? {} : { "if-match": request.headers.ifMatch }),
    ...(request.headers.ifNoneExist === undefined ? {} : { "if-none-exist": request.headers.ifNoneExist }),
  },
});
