import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import events.model.CloudEvent;
import events.model.LegacyEvent;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Asks for each case of cases.json by the clients of openapi-generator, and writes what they parsed to parsed.json. */
public class Replay {
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final ObjectMapper POLLS = configuration.ApiClient.createDefaultObjectMapper();
    private static final ObjectMapper SENDS = events.ApiClient.createDefaultObjectMapper();

    public static void main(String[] given) throws Exception {
        List<JsonNode> cases = POLLS.readValue(new File("cases.json"), new TypeReference<>() {});
        List<Object> parsed = new ArrayList<>();
        for (JsonNode asked : cases) parsed.add(parsedOf(asked));
        POLLS.writeValue(new File("parsed.json"), parsed);
    }

    /** The client leaves the body of a refusal to the caller. */
    private static JsonNode parsedOf(JsonNode asked) throws Exception {
        try {
            return POLLS.valueToTree(ask(asked));
        } catch (configuration.ApiException refusal) {
            String body = refusal.getResponseBody();
            if (refusal.getCode() < 300) return POLLS.valueToTree(refusal.toString());
            return hasNone(body) ? null : POLLS.valueToTree(POLLS.readValue(body, configuration.model.Problem.class));
        } catch (events.ApiException refusal) {
            String body = refusal.getResponseBody();
            if (refusal.getCode() < 300) return SENDS.valueToTree(refusal.toString());
            return hasNone(body) ? null : SENDS.valueToTree(SENDS.readValue(body, events.model.Problem.class));
        }
    }

    private static boolean hasNone(String body) {
        return body == null || body.isEmpty();
    }

    private static Object ask(JsonNode asked) throws Exception {
        String url = asked.get("url").asText();
        var polls = new configuration.ApiClient();
        polls.updateBaseUri(url);
        var poller = new configuration.api.DefaultApi(polls);
        var sends = new events.ApiClient();
        sends.updateBaseUri(url);
        var sender = new events.api.DefaultApi(sends);
        switch (asked.get("operation").asText()) {
            case "getRuntimeConfiguration":
                return poller.getRuntimeConfiguration(ID, null, null, null, null);
            case "getApplicationConfiguration":
                return poller.getApplicationConfiguration(ID, null, null, null, null);
            case "sendCloudEvents":
                sender.sendCloudEvents("shop", SENDS.treeToValue(asked.get("request"), CloudEvent.class), null, null, null, null);
                return null;
            case "sendEvents":
                return sender.sendEvents("shop", SENDS.treeToValue(asked.get("request"), LegacyEvent.class), null, null, null, null);
            default:
                throw new IllegalArgumentException("another operation: " + asked);
        }
    }
}
