package io.waterwheel.touch.sms;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What a trial wrote to files about a person.
@Component
@Order(44)
class SmsFilesData implements PersonalData {

    private final SmsFiles files;

    SmsFilesData(SmsFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "sms-trial";
    }

    @Override
    public Text title() {
        return new Text("短信试发文件里的内容", "What a trial of SMS wrote to files");
    }

    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows) {
        files.of(numbers(person), rows);
    }

    @Override
    public Erased erase(DSLContext transaction, Person person) {
        return Erased.all(files.forget(numbers(person)));
    }

    private static Set<String> numbers(Person person) {
        return person.numbers().stream().map(CustomerNo::toString).collect(Collectors.toSet());
    }
}
