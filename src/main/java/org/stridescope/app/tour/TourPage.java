package org.stridescope.app.tour;

import java.util.List;
import java.util.stream.Collectors;

/** The tour's pictures on one page. */
final class TourPage {
    private TourPage() {}

    static String of(List<TourStop> stops) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Stridescope: a tour</title>
                <style>
                  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 100rem; padding: 0 1rem; }
                  img { width: 100%%; border: 1px solid #8886; }
                  .failed { color: #c00; }
                </style>
                <h1>Stridescope: a tour</h1>
                %s
                </html>
                """.formatted(stops.stream().map(TourPage::section).collect(Collectors.joining("\n")));
    }

    private static String section(TourStop stop) {
        String title = "<h2>" + escape(stop.lab()) + ": " + escape(stop.screen()) + "</h2>\n";
        return title + (stop.failed()
                ? "<p class=\"failed\">" + escape(stop.failure()) + "</p>"
                : "<img src=\"" + escape(stop.file()) + "\" alt=\"" + escape(stop.lab() + " " + stop.screen()) + "\">");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
