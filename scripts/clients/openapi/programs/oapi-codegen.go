// Asks for each case of cases.json by the clients of oapi-codegen, and writes what they parsed to parsed.json.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"os"
	"reflect"
	"strings"

	"github.com/google/uuid"

	"replay/configuration"
	"replay/events"
)

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
		answer, err := ask(given)
		if err != nil {
			parsed = append(parsed, err.Error())
		} else {
			parsed = append(parsed, parsedOf(answer))
		}
	}
	text, err := json.Marshal(parsed)
	check(err)
	check(os.WriteFile("parsed.json", text, 0o600))
}

func ask(given answerCase) (any, error) {
	ctx := context.Background()
	id := uuid.MustParse("00000000-0000-7000-8000-000000000001")
	poller, err := configuration.NewClientWithResponses(given.Url)
	check(err)
	sender, err := events.NewClientWithResponses(given.Url)
	check(err)

	switch given.Operation {
	case "getRuntimeConfiguration":
		return poller.GetRuntimeConfigurationWithResponse(ctx, id, &configuration.GetRuntimeConfigurationParams{})
	case "getApplicationConfiguration":
		return poller.GetApplicationConfigurationWithResponse(ctx, id, &configuration.GetApplicationConfigurationParams{})
	case "sendCloudEvents":
		var event events.CloudEvent
		check(json.Unmarshal(given.Request, &event))
		return sender.SendCloudEventsWithApplicationCloudeventsPlusJSONBodyWithResponse(ctx, "shop", &events.SendCloudEventsParams{}, event)
	case "sendEvents":
		var event events.LegacyEvent
		check(json.Unmarshal(given.Request, &event))
		return sender.SendEventsWithResponse(ctx, "shop", &events.SendEventsParams{}, event)
	}
	return nil, errors.New("another operation: " + given.Operation)
}

// Returns the parsed body, which is in a field by the status of the answer (JSON200); nil if there is none.
func parsedOf(answer any) any {
	fields := reflect.ValueOf(answer).Elem()
	for index := range fields.NumField() {
		if strings.HasPrefix(fields.Type().Field(index).Name, "JSON") && !fields.Field(index).IsNil() {
			return fields.Field(index).Interface()
		}
	}
	return nil
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
