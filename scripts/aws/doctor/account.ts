import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { StageOfCommand } from '../stage.ts';
import { type Finding, type Ground, ok, todo } from './finding.ts';

/** Finds out whose credentials these are. Without them, or in another account than the stage's, there is no ground for further checks. */
export async function findGround(stage: StageOfCommand): Promise<{ ground?: Ground; findings: Finding[] }> {
  const { file, clients, name } = stage;
  try {
    const client = new STSClient(clients);
    const region = await client.config.region();
    const { Account: account = '', Arn } = await client.send(new GetCallerIdentityCommand({}));
    const what = `account ${account}, Region ${region}, as ${Arn}`;
    if (file && file.account !== account)
      return { findings: [todo(what, `stages/${name}.json names the account ${file.account}: sign in there (AWS_PROFILE).`)] };
    const ground = { account, region, stage, clients };
    if (file) return { ground, findings: [ok(what)] };
    const advice = `There is no stages/${name}.json that names account and Region: copy stages/example.json, change it, and commit it.`;
    return { ground, findings: [{ verdict: 'note', what, advice }] };
  } catch (error) {
    const what = `no credentials: ${error instanceof Error ? error.message : error}`;
    return { findings: [todo(what, 'Sign in (aws configure sso, aws sso login), and set AWS_PROFILE and AWS_REGION.')] };
  }
}
