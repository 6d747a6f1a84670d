// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its placeholders like this.
import { describe, expect, it } from 'vitest';
import { templatesSchema } from '#local/template/cloudformation.ts';
import { resolver } from '#local/template/intrinsics.ts';

const templates = templatesSchema.parse({
  stateful: {
    Resources: {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'work' } },
      Table: { Type: 'AWS::DynamoDB::Table' },
      Strange: { Type: 'Custom::Thing' },
    },
    Outputs: { Name: { Value: { Ref: 'Table' }, Export: { Name: { 'Fn::Sub': '${AWS::StackName}:Table' } } } },
    Parameters: { Version: { Default: '7' } },
    Conditions: {
      IsSeven: { 'Fn::Equals': [{ Ref: 'Version' }, '7'] },
      IsEight: { 'Fn::Equals': [{ Ref: 'Version' }, '8'] },
    },
  },
  api: { Resources: {} },
});
const resolve = resolver(templates, 'http://127.0.0.1:9');

describe('intrinsic functions', () => {
  it.each([
    [{ Ref: 'Queue' }, 'http://127.0.0.1:9/000000000000/work'],
    [{ Ref: 'Version' }, '7'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:us-east-1:000000000000:work'],
    [{ 'Fn::GetAtt': 'Queue.QueueName' }, 'work'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'AWS::Region' }]] }, 'a/us-east-1'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [{ 'Fn::Sub': 'arn:${AWS::Partition}:${Queue.QueueName}:${!kept}' }, 'arn:aws:work:${kept}'],
    [{ 'Fn::Sub': ['${x}-${Version}', { x: { Ref: 'AWS::AccountId' } }] }, '000000000000-7'],
    [{ 'Fn::ImportValue': 'stateful:Table' }, 'stateful-Table'],
    [{ 'Fn::If': ['IsSeven', { Ref: 'Version' }, 'other'] }, '7'],
    [{ 'Fn::If': ['IsEight', 'eight', { Ref: 'Version' }] }, '7'],
  ])('%j is %s here', (value, expected) => {
    expect(resolve('stateful', value)).toBe(expected);
  });

  it('are resolved across stacks and inside lists and objects', () => {
    expect(
      resolve('api', {
        list: [{ 'Fn::ImportValue': 'stateful:Table' }, { deep: { Ref: 'AWS::StackName' } }],
        left: { Ref: 'AWS::NoValue' },
      }),
    ).toEqual({
      list: ['stateful-Table', { deep: 'api' }],
    });
  });

  it('give a name to resources that have no counterpart here', () => {
    expect(resolve('stateful', { 'Fn::GetAtt': ['Strange', 'Url'] })).toBe('stateful-Strange.Url');
  });

  it('fail loudly for what is not there or not known', () => {
    expect(() => resolve('api', { Ref: 'Queue' })).toThrow('api refers to Queue');
    expect(() => resolve('api', { 'Fn::ImportValue': 'nothing' })).toThrow('No stack exports nothing');
    expect(() => resolve('api', { 'Fn::FindInMap': ['a', 'b', 'c'] })).toThrow('Fn::FindInMap');
  });
});
