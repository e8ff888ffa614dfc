export { type Delivery, DELIVERY_STATUSES, type DeliveryFilter, type DeliveryStatus } from './deliveries.queries.js';
export { DeliveriesService, type SendOutcome } from './deliveries.service.js';
export { DeliveryLoop } from './delivery-loop.js';
export { type Endpoint } from './endpoints.queries.js';
export { type EndpointOutcome, EndpointsService, type NewSecret } from './endpoints.service.js';
export { EVENT_TYPES, EVENTS, type Notice, noticeOf } from './events.js';
export * as noticeLimits from './limits.js';
export { NoticesModule } from './notices.module.js';
export { sealKey } from './seal-key.js';
