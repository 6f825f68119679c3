/** The office's worker thread, bundled as the program bundles it. */

import '../../src/office/worker.ts'
