package org.stridescope.explain.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stridescope.array.Shapes;
import org.stridescope.explain.layout.Quantity;

/** What is right, and what a student may type for it. */
public sealed interface Answer {
    /** Whether this is the answer, however it is written down. */
    boolean accepts(String typed);

    /** The answer as the program writes it. */
    String text();

    /** Numbers in order: {@code (4, 1)}, {@code 4,1}, {@code [4 1]} are the same. */
    record Tuple(List<Long> numbers) implements Answer {
        private static final Pattern NUMBER = Pattern.compile("[-\u2212]?\\d+");
        private static final Pattern ALLOWED = Pattern.compile("[-\u2212\\d\\s,;()\\[\\]xX\u00d7]*(bytes|B)?\\s*");

        public Tuple {
            numbers = List.copyOf(numbers);
        }

        static Tuple of(long... numbers) {
            List<Long> list = new ArrayList<>();
            for (long number : numbers)
                list.add(number);
            return new Tuple(list);
        }

        @Override
        public boolean accepts(String typed) {
            if (typed.isBlank() || !ALLOWED.matcher(typed.strip()).matches())
                return false;
            List<Long> found = new ArrayList<>();
            Matcher matcher = NUMBER.matcher(typed);
            while (matcher.find()) {
                OptionalLong number = parse(matcher.group());
                if (number.isEmpty())
                    return false;
                found.add(number.getAsLong());
            }
            return found.equals(numbers);
        }

        private static OptionalLong parse(String digits) {
            try {
                return OptionalLong.of(Long.parseLong(digits.replace('\u2212', '-')));
            } catch (NumberFormatException tooLong) {
                return OptionalLong.empty();
            }
        }

        @Override
        public String text() {
            return Shapes.text(numbers.stream().mapToLong(Long::longValue).toArray());
        }
    }

    /** A number of bytes: {@code 2048}, {@code 2 048 B}, {@code 2 KiB}, {@code 2k}, with or without a remark in brackets; decimal units count 1000. */
    record Bytes(long bytes) implements Answer {
        private static final Pattern SIZE = Pattern
                .compile("([\\d.]+)(?:([kmgt])(i?))?(?:b|bytes?)?", Pattern.CASE_INSENSITIVE);
        private static final String PREFIXES = "kmgt";
        private static final double ROUNDING = 0.005;

        @Override
        public boolean accepts(String typed) {
            Matcher matcher = SIZE.matcher(typed.replaceAll("\\(.*\\)|[\\s,\u2009\u202f_]", ""));
            if (!matcher.matches())
                return false;
            double value;
            try {
                value = Double.parseDouble(matcher.group(1));
            } catch (NumberFormatException notANumber) {
                return false;
            }
            if (matcher.group(2) == null)
                return value == bytes;
            int power = PREFIXES.indexOf(matcher.group(2).toLowerCase(Locale.ROOT)) + 1;
            boolean binary = Math.abs(value * Math.pow(1024, power) - bytes) <= bytes * ROUNDING;
            // "200 MB" and, said carelessly, "191 MB" both show that the student worked it out
            return binary || matcher.group(3).isEmpty()
                    && Math.abs(value * Math.pow(1000, power) - bytes) <= bytes * ROUNDING;
        }

        @Override
        public String text() {
            return bytes < 1024 ? Quantity.bytes(bytes) : Quantity.count(bytes) + " B (" + Quantity.bytes(bytes) + ")";
        }
    }

    /** A plain count: {@code 250}, {@code 25 000}. */
    record Count(long count) implements Answer {
        @Override
        public boolean accepts(String typed) {
            return typed.replaceAll("[\\s,\u2009\u202f_]", "").equals(Long.toString(count));
        }

        @Override
        public String text() {
            return Quantity.count(count);
        }
    }

    /** One word or phrase, with other spellings of it; case and surrounding blanks are free. */
    record Word(String text, List<String> spellings) implements Answer {
        public Word {
            spellings = List.copyOf(spellings);
        }

        static Word of(String text, String... spellings) {
            return new Word(text, List.of(spellings));
        }

        @Override
        public boolean accepts(String typed) {
            String plain = typed.strip().toLowerCase(Locale.ROOT);
            return plain.equals(text.toLowerCase(Locale.ROOT)) || spellings.contains(plain);
        }
    }
}
