/** Path at which the Connector tells whether a client certificate counts; the infrastructure, the Connector and the events gateway share it. */
export const certificateStandingPath = '/connector/certificate-standing';
