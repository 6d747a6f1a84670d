import { type FieldDefinitionNode, type InputValueDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse, print, visit } from 'graphql';

/** Arguments of lists, which have the same meaning wherever the SDL does not say another. */
const ofLists: Readonly<Record<string, string>> = {
  first: 'Maximum number of elements of the page: 1 to 200.',
  after: 'The endCursor of the page before. Default: the first page.',
  filter: 'Conditions on labels, at most 50, all of which an element satisfies. Default: none.',
};

/** Describes the pages of lists, their arguments, and the argument of `labels`, where the SDL does not. Returns the SDL. */
export function describeRepeatedParts(sdl: string): string {
  const described = visit(parse(sdl), {
    ObjectTypeDefinition: (type) =>
      type.description || !type.name.value.endsWith('Page') ? undefined : withText(type, 'A page of a list.'),
    FieldDefinition: (field) => ({ ...field, arguments: field.arguments?.map((argument) => describedArgument(field, argument)) }),
  });
  return `${print(described)}\n`;
}

function describedArgument(field: FieldDefinitionNode, argument: InputValueDefinitionNode): InputValueDefinitionNode {
  const text = field.name.value === 'labels' ? 'The key of the only label to answer. Default: all labels.' : ofLists[argument.name.value];
  return argument.description || text === undefined ? argument : withText(argument, text);
}

const withText = <Node extends InputValueDefinitionNode | ObjectTypeDefinitionNode>(node: Node, value: string): Node => ({
  ...node,
  description: { kind: Kind.STRING, value },
});
