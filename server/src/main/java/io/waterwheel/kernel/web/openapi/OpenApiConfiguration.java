package io.waterwheel.kernel.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        SpringDocUtils.getConfig()
                // An id such as `CustomerNo` is one value in a path, not a group of query parameters.
                .addSimpleTypePredicateForParameterObject(
                        type -> type.isRecord() && type.getRecordComponents().length == 1)
                .replaceWithSchema(
                        StreamingResponseBody.class,
                        new StringSchema().types(Set.of("string")).format("binary"));
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
