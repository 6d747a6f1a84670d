/**
 * Runs at CloudFront for each request of a file of the console, in the function runtime `cloudfront-js-2.0`. Addresses without a file ending are the
 * page, whose scripts show the place that the address names.
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  const { request } = event;
  if (!request.uri.startsWith('/console/')) {
    return { statusCode: 307, statusDescription: 'Temporary Redirect', headers: { location: { value: '/console/' } } };
  }
  const name = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (!name.includes('.')) request.uri = '/console/index.html';
  return request;
}
