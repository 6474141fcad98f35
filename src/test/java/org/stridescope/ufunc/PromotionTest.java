package org.stridescope.ufunc;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.stridescope.array.ArrayMemory;
import org.stridescope.array.DType;
import org.stridescope.array.NDArray;

import static org.assertj.core.api.Assertions.assertThat;

/** Against what real NumPy answers: src/test/resources/promotion/generate.py. */
final class PromotionTest {
    private final JsonNode oracle = read();
    private final ArrayMemory memory = ArrayMemory.collected();

    private static JsonNode read() {
        try (InputStream json = PromotionTest.class.getResourceAsStream("/promotion/promotion.json")) {
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static DType dtype(JsonNode name) {
        return DType.valueOf(name.asString().toUpperCase(Locale.ROOT));
    }

    @Test
    void pairsOfArrays() {
        List<String> wrong = new ArrayList<>();
        for (JsonNode pair : oracle.get("pairs")) {
            DType ours = Promotion.promote(dtype(pair.get(0)), dtype(pair.get(1)));
            if (ours != dtype(pair.get(2)))
                wrong.add(pair + ": " + ours);
        }
        assertThat(oracle.get("pairs")).hasSize(DType.values().length * DType.values().length);
        assertThat(wrong).isEmpty();
    }

    @Test
    void castsAtEveryLevel() {
        List<String> wrong = new ArrayList<>();
        for (JsonNode cast : oracle.get("casts")) {
            var level = Promotion.Casting.valueOf(cast.get(2).asString().toUpperCase(Locale.ROOT));
            if (Promotion.canCast(dtype(cast.get(0)), dtype(cast.get(1)), level) != cast.get(3).asBoolean())
                wrong.add(cast.toString());
        }
        assertThat(oracle.get("casts").size()).isPositive();
        assertThat(wrong).isEmpty();
    }

    @Test
    void arraysBesideScalars() {
        List<String> wrong = new ArrayList<>();
        for (JsonNode row : oracle.get("scalars")) {
            NDArray scalar = NDArray.zeros(memory, dtype(row.get(0)));
            String value = row.get(1).asString();
            if (scalar.dtype().isFloat())
                scalar.setDouble(value.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(value));
            else
                scalar.setLong(Long.parseLong(value));
            NDArray array = NDArray.zeros(memory, dtype(row.get(2)), 2);
            check(row, row.get(3), Promotion.resultType(array, scalar), wrong);
            check(row, row.get(4), Signature.DIVISION.lane("divide", array, scalar), wrong);
            if (!row.get(5).isNull())
                check(row, row.get(5), Signature.REAL_FLOATING.lane("arctan2", array, scalar), wrong);
        }
        assertThat(oracle.get("scalars").size()).isPositive();
        assertThat(wrong).isEmpty();
    }

    private static void check(JsonNode row, JsonNode expected, DType ours, List<String> wrong) {
        if (ours != dtype(expected))
            wrong.add(row + ": " + ours);
    }
}
