// Asks for each case of cases.json by the clients of openapi-generator, and writes what they parsed to parsed.json.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"

	"replay/configuration"
	"replay/events"
)

const id = "00000000-0000-7000-8000-000000000001"

type answerCase struct {
	Url       string
	Operation string
	Request   json.RawMessage
}

func main() {
	file, err := os.ReadFile("cases.json")
	check(err)
	var cases []answerCase
	check(json.Unmarshal(file, &cases))
	parsed := []any{}
	for _, given := range cases {
		value, answer, err := ask(given)
		parsed = append(parsed, parsedOf(value, answer, err))
	}
	text, err := json.Marshal(parsed)
	check(err)
	check(os.WriteFile("parsed.json", text, 0o600))
}

func ask(given answerCase) (any, *http.Response, error) {
	ctx := context.Background()
	polls := configuration.NewConfiguration()
	polls.Servers = configuration.ServerConfigurations{{URL: given.Url}}
	poller := configuration.NewAPIClient(polls).DefaultAPI
	sends := events.NewConfiguration()
	sends.Servers = events.ServerConfigurations{{URL: given.Url}}
	sender := events.NewAPIClient(sends).DefaultAPI

	switch given.Operation {
	case "getRuntimeConfiguration":
		value, answer, err := poller.GetRuntimeConfiguration(ctx, id).Execute()
		return value, answer, err
	case "getApplicationConfiguration":
		value, answer, err := poller.GetApplicationConfiguration(ctx, id).Execute()
		return value, answer, err
	case "sendCloudEvents":
		var event events.CloudEvent
		check(json.Unmarshal(given.Request, &event))
		answer, err := sender.SendCloudEvents(ctx, "shop").CloudEvent(event).Execute()
		return nil, answer, err
	case "sendEvents":
		var event events.LegacyEvent
		check(json.Unmarshal(given.Request, &event))
		value, answer, err := sender.SendEvents(ctx, "shop").LegacyEvent(event).Execute()
		return value, answer, err
	}
	return nil, nil, errors.New("another operation: " + given.Operation)
}

// Returns the parsed body of an answer or a refusal; nil if there is none.
func parsedOf(value any, answer *http.Response, err error) any {
	if err == nil {
		return value
	}
	if answer == nil {
		check(err)
	}
	var refusal interface {
		Body() []byte
		Model() any
	}
	switch failed := err.(type) {
	case *configuration.GenericOpenAPIError:
		refusal = failed
	case *events.GenericOpenAPIError:
		refusal = failed
	default:
		check(err)
	}
	if refusal.Model() == nil && len(refusal.Body()) > 0 {
		return err.Error()
	}
	return refusal.Model()
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
