package coop.artel.chain;

import com.fasterxml.jackson.databind.JsonNode;
import org.web3j.protocol.core.Response;

/** An answer as it was given, with fields that web3j has no names for. */
class JsonResponse extends Response<JsonNode> {}
