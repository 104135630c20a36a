import { createLocalJWKSet } from "jose";
import { accessTokenVerifier, issuerKeys } from "./auth/access-token.ts";
import { openPglite } from "./database/pglite-database.ts";
import { openPostgres } from "./database/postgres-database.ts";
import { refreshStatistics } from "./database/schema.ts";
import { prepareDatabase } from "./demo/seed.ts";
import { boardKeys } from "./devices/board-keys.ts";
import { deviceRoutes } from "./devices/device-routes.ts";
import { publicKeySet } from "./documents/document-keys.ts";
import { DocumentSigner } from "./documents/document-signer.ts";
import { capabilityStatement } from "./http/capability-statement.ts";
import { fhirRoutes } from "./http/fhir-routes.ts";
import { FhirService } from "./http/fhir-service.ts";
import { freePort } from "./http/free-port.ts";
import { createServer } from "./http/server.ts";
import { type IssuerEndpoints, smartConfiguration } from "./http/smart-configuration.ts";
import { deleteExpired } from "./oidc/adapter.ts";
import { externalEndpoints, ownEndpoints } from "./oidc/endpoints.ts";
import { createIssuer } from "./oidc/issuer.ts";
import { publicKeys, signingSecrets } from "./oidc/keys.ts";
import { oidcRoutes } from "./oidc/oidc-routes.ts";
import { PolicyInForce } from "./policy/policy-in-force.ts";
import { loadDefinitions } from "./validation/definitions.ts";

export interface BoardOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly host?: string;
  /** Address under which clients reach the board, without a slash at the end; default `http://<host>:<port>`. */
  readonly publicUrl?: string;
  /** Folder for PGlite; absent together with `databaseUrl`: in memory. */
  readonly data?: string;
  /** PostgreSQL; several processes may share it. */
  readonly databaseUrl?: string;
  readonly seed: number;
  /** Managed people of the synthetic province; default 1,500. */
  readonly people?: number;
  /** yyyy-MM-dd that the synthetic exam rounds and cards are reckoned from; default today. */
  readonly referenceDate?: string;
  readonly redirectUris?: readonly string[];
  readonly corsOrigins?: readonly string[];
  /** Site profiles (JSON files) to serve. */
  readonly siteProfiles?: readonly string[];
  /** Another OpenID Connect issuer; the board's own is not mounted then. */
  readonly issuer?: string;
  readonly requestsPerMinute?: number;
}

export interface Board {
  readonly url: string;
  readonly fhirUrl: string;
  /** JWK set of the keys that sign policy and site profiles; builds are packed with it. */
  readonly documentKeys: ReturnType<typeof publicKeySet>;
  stop(): Promise<void>;
}

/**
 * Starts the reference board. Resolves when it listens.
 * @throws FolderInUseError when another process has the data folder open
 */
export const startBoard = async (options: BoardOptions): Promise<Board> => {
  loadDefinitions();
  const database = options.databaseUrl
    ? await openPostgres(options.databaseUrl)
    : await openPglite(options.data);
  try {
    const { filled, documents } = await prepareDatabase(database, {
      seed: options.seed,
      people: options.people ?? 1500,
      referenceDate: options.referenceDate ?? new Date().toISOString().slice(0, 10),
      siteProfiles: options.siteProfiles ?? [],
    });
    if (filled || database.kind === "pglite") await refreshStatistics(database);
    await deleteExpired(database);
    const host = options.host ?? "127.0.0.1";
    const corsOrigins = options.corsOrigins ?? [];
    const app = await createServer({ corsOrigins, requestsPerMinute: options.requestsPerMinute ?? 6000 });
    const port = options.port === 0 ? await freePort(host) : options.port;
    const url = options.publicUrl ?? `http://${host}:${port}`;
    const fhirUrl = `${url}/fhir`;
    const secrets = await signingSecrets(database);
    const endpoints: IssuerEndpoints =
      options.issuer === undefined ? ownEndpoints(url) : await externalEndpoints(options.issuer);
    const keys =
      options.issuer === undefined ? createLocalJWKSet(publicKeys(secrets)) : issuerKeys(options.issuer);
    if (options.issuer === undefined) {
      const redirectUris = options.redirectUris ?? [];
      const issuer = createIssuer(database, secrets, {
        issuer: endpoints.issuer,
        resource: fhirUrl,
        redirectUris,
        corsOrigins,
      });
      oidcRoutes(app, issuer, database, redirectUris);
    }
    app.get("/health", async () => {
      await database.query("SELECT 1");
      return { status: "ok" };
    });
    const verify = accessTokenVerifier(endpoints.issuer, fhirUrl, keys);
    fhirRoutes(
      app,
      new FhirService(database, new PolicyInForce(), new DocumentSigner(documents), fhirUrl),
      verify,
      { capabilities: capabilityStatement(fhirUrl, endpoints), smart: smartConfiguration(endpoints) },
    );
    const pinned = publicKeySet(documents);
    const addresses = { url, issuer: endpoints.issuer };
    deviceRoutes(app, database, await boardKeys(database), pinned, verify, addresses);
    await app.listen({ port, host });
    return {
      url,
      fhirUrl,
      documentKeys: pinned,
      stop: async () => {
        await app.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
};
