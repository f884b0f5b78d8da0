package io.waterwheel.loyalty.privacy;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_GIVEN;
import static io.waterwheel.loyalty.generated.Tables.CHECK_IN;
import static io.waterwheel.loyalty.generated.Tables.DRAW_CHANCE;
import static io.waterwheel.loyalty.generated.Tables.DRAW_PLAY;
import static io.waterwheel.loyalty.generated.Tables.GROWTH_DONE;
import static io.waterwheel.loyalty.generated.Tables.REWARD;
import static io.waterwheel.loyalty.generated.Tables.TASK_DONE;
import static io.waterwheel.loyalty.generated.Tables.TASK_HIT;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// What checking in, tasks, draws and benefits hold about people: all of it goes with them.
@Configuration(proxyBeanMethods = false)
class PlayTables {

    @Bean
    @Order(77)
    PersonalData rewardData(Vault vault) {
        return PersonalTable.byNumber("rewards", new Text("奖励", "Rewards"), REWARD.CUSTOMER_NO, vault);
    }

    @Bean
    @Order(77)
    PersonalData benefitData(Vault vault) {
        return PersonalTable.byNumber(
                "benefits", new Text("发放的权益", "Benefits that were given"), BENEFIT_GIVEN.CUSTOMER_NO, vault);
    }

    @Bean
    @Order(78)
    PersonalData checkInData(Vault vault) {
        return PersonalTable.byNumber("check-ins", new Text("签到", "Check-ins"), CHECK_IN.CUSTOMER_NO, vault);
    }

    @Bean
    @Order(78)
    PersonalData taskHitData(Vault vault) {
        return PersonalTable.byNumber(
                "task-progress", new Text("任务进度", "Progress in tasks"), TASK_HIT.CUSTOMER_NO, vault);
    }

    @Bean
    @Order(78)
    PersonalData taskDoneData(Vault vault) {
        return PersonalTable.byNumber(
                "tasks-done", new Text("完成的任务", "Tasks that were done"), TASK_DONE.CUSTOMER_NO, vault);
    }

    @Bean
    @Order(78)
    PersonalData growthDoneData(Vault vault) {
        return PersonalTable.byNumber(
                "growth-programmes-done",
                new Text("完成的成长计划", "Growth programmes that were done"),
                GROWTH_DONE.CUSTOMER_NO,
                vault);
    }

    @Bean
    @Order(79)
    PersonalData drawChanceData(Vault vault) {
        return PersonalTable.byNumber(
                "draw-chances", new Text("抽奖机会", "Chances to draw"), DRAW_CHANCE.CUSTOMER_NO, vault);
    }

    /// The prizes that were given stay counted.
    @Bean
    @Order(79)
    PersonalData drawPlayData(Vault vault) {
        return PersonalTable.byNumber("draws", new Text("抽奖记录", "Lucky draws"), DRAW_PLAY.CUSTOMER_NO, vault);
    }
}
