import { z } from "zod";

// Extension pages forbid eval; zod would probe for it and fill the console with reports. First import of the background.
z.config({ jitless: true });
