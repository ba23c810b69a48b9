import { prepareCluster } from "#src/storage/prepare-cluster.ts";

/**
 * Makes the empty database that new stores are copied from, so that the first start is quick. Run after an install; a
 * failure costs a few seconds at the first start and nothing else.
 */
await prepareCluster();
