import { skippedFolders } from '../core/skippedFolders';

/** For `findFiles`: where nothing is looked for. */
export const excludedGlob = `**/{${[...skippedFolders, '.git'].join(',')}}/**`;
