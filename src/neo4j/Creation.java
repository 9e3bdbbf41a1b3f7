import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Neo4j can't recover data whose very first start was cut off, but nobody has written to it yet either: it is made anew. */
final class Creation {
    /** Marks data that does not exist yet, or that has never got further than this mark. */
    static void begin(Path home) throws IOException {
        var data = home.resolve("data");
        if (Files.exists(mark(home))) delete(data);
        if (Files.notExists(data)) Files.writeString(mark(home), "The folder data is being created. It is deleted if this file outlives the start.\n");
    }

    /** To be called before anybody can write. */
    static void end(Path home) throws IOException {
        Files.deleteIfExists(mark(home));
    }

    private static Path mark(Path home) {
        return home.resolve("creating");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) return;
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
