import { describe, expect, it } from 'vitest';
import { problemOfTemplate, problemOfUrlTemplate } from '#shared/webhooks/webhook-template.ts';

describe('a template of a webhook', () => {
  it.each([
    ['values in texts and beside them', '{"id":"{{.Application.ID}}","config":{{ .Config }},"raw":{{toJson .Labels | quote}}}'],
    ['members', '{ "a": 1, {{ .Rest }} }'],
    ['marks inside of texts and comments', '{{/* never }} here\'s */}}{"a":"{{ printf "}}%s" .Name }}","b":{{`}}`}}{{- /* - */ -}} }'],
    ['branches and loops', '{{ if .A }}{"a":1}{{ else }}{{ range .B }}{{ . }}{{ end }}{{- end -}}'],
    ['an escaped quote', '{"a":{{ printf "\\"}}" }}}'],
    ['no action', '{}'],
  ])('may have %s', (_, template) => {
    expect(problemOfTemplate(template)).toBeUndefined();
  });

  it.each([
    ['an action that does not end', '{"a":"{{.A"}', 'does not end'],
    ['a text that does not end', '{"a":{{ "}} }', 'does not end'],
    ['a comment that does not end', '{{/* }}', 'does not end'],
    ['an empty action', '{"a":"{{ }}"}', 'empty action'],
    ['an end too many', '{{end}}{}', 'too many'],
    ['no end', '{{with .A}}{}', 'has no {{end}}'],
    ['no JSON', '{"a":"{{.A}}"', 'must give a JSON object'],
    ['a list', '[{{.A}}]', 'must give a JSON object'],
  ])('is refused with %s', (_, template, problem) => {
    expect(problemOfTemplate(template)).toContain(problem);
    expect(problemOfUrlTemplate(template)).toContain(problem);
  });

  it('for a URL gives its method and its address', () => {
    expect(problemOfUrlTemplate('{"method":"POST","path":"https://example.com/{{.Application.ID}}"}')).toBeUndefined();
    expect(problemOfUrlTemplate('{{if .A}}{}{{end}}')).toBeUndefined();
    expect(problemOfUrlTemplate('{"method":"POST","path":{{toJson .Path}}}')).toBeUndefined();
    expect(problemOfUrlTemplate('{"method":"POST"}')).toBe('must give JSON with method and path');
    expect(problemOfUrlTemplate('{"path":"https://example.com"}')).toBe('must give JSON with method and path');
  });

  it('of the longest size is looked at in a moment', () => {
    for (const part of ['{{', '{{"', '{{`}}', '{{/*', '{{if .}}', '}}', '{{- -}}']) {
      const started = performance.now();
      problemOfTemplate(part.repeat(10_000 / part.length));
      expect(performance.now() - started).toBeLessThan(200);
    }
  });
});
