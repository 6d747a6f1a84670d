/** An error of an AWS API; its name is what the SDK's exceptions are called. */
export class AwsError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}
