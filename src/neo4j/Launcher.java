import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** Runs Neo4j in a home folder until standard input ends. Prints "ready PORT" when it answers, "held PID" when that process has the home. */
public final class Launcher {
    private static final int PATIENCE_SECONDS = 30;

    public static void main(String[] args) {
        var home = Path.of(args[0]);
        try {
            var holder = HomeLock.take(home.resolve("lock"));
            if (holder.isPresent()) {
                System.out.println("held " + holder.get());
                return;
            }
            stopWithParent();
            serve(home);
        } catch (Throwable failure) {
            failure.printStackTrace();
            System.exit(1); // threads that Neo4j has started would keep the process alive
        }
    }

    private static void serve(Path home) throws IOException {
        Creation.begin(home);
        var neo4j = new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(home.resolve("conf/neo4j.conf")).build();
        Runtime.getRuntime().addShutdownHook(new Thread(neo4j::shutdown));
        setPassword(neo4j, Files.readString(home.resolve("password")).strip());
        Creation.end(home);
        System.out.println("ready " + boltPort(neo4j));
    }

    /** The other end of standard input is our parent: it closes the stream to stop us, and however it dies, the stream ends. */
    private static void stopWithParent() {
        new Thread(() -> {
            awaitEnd(System.in);
            afterPatience(() -> Runtime.getRuntime().halt(1)); // on a full disk Neo4j tries to write for ever
            System.exit(0);
        }).start();
    }

    private static void awaitEnd(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            // an end as well
        }
    }

    private static void afterPatience(Runnable task) {
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(task);
    }

    /** ALTER USER refuses a password that is already set; CREATE OR REPLACE takes it. */
    private static void setPassword(DatabaseManagementService neo4j, String password) {
        neo4j.database("system").executeTransactionally(
            "CREATE OR REPLACE USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
    }

    private static int boltPort(DatabaseManagementService neo4j) {
        var system = (GraphDatabaseAPI) neo4j.database("system");
        return system.getDependencyResolver().resolveDependency(ConnectorPortRegister.class).getLocalAddress(ConnectorType.BOLT).getPort();
    }
}
