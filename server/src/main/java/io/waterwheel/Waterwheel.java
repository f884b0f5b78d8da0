package io.waterwheel;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The one process: server, embedded database, warehouse and console.
@SpringBootApplication
@ConfigurationPropertiesScan
public class Waterwheel {

    public static void main(String[] arguments) {
        SpringApplication.run(Waterwheel.class, arguments);
    }
}
