import { z } from "zod/mini";

// Extension pages forbid eval; zod would probe for it. First import of every view.
z.config({ jitless: true });
