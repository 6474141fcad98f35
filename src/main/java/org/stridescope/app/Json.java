package org.stridescope.app;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One JSON text from maps, lists, strings, numbers and booleans. A number that JSON does not know becomes null. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static @org.jspecify.annotations.Nullable Object number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
