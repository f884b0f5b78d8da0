package io.waterwheel.kernel.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        // An id such as `CustomerNo` is one value in a path, not a group of query parameters.
        SpringDocUtils.getConfig()
                .addSimpleTypePredicateForParameterObject(
                        type -> type.isRecord() && type.getRecordComponents().length == 1);
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                // Relative, so that every server publishes the same document.
                .servers(List.of(new Server().url("/")))
                .info(new Info()
                        .title("Waterwheel")
                        .version("1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }

    @Bean
    OpenApiCustomizer publishedApi() {
        return new PublishedApi();
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    ChoiceSchemas choiceSchemas() {
        return new ChoiceSchemas();
    }
}
