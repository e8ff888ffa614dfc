export { Clone } from './clone.entity.js';
export { CloneVersion } from './clone-version.entity.js';
export { ClonesModule } from './clones.module.js';
export { findClonesByHandle, isWithClones, type KnownClone } from './clones.queries.js';
export { ClonesService } from './clones.service.js';
