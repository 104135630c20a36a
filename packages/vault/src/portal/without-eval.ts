import { z } from "zod/mini";

// A portal's CSP may forbid eval; zod would probe for it. First import of everything that enters a page or a worker.
z.config({ jitless: true });
