package coop.artel.tour;

import coop.artel.Artel;
import coop.artel.House;
import coop.artel.workflow.ClockOfTheHouse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole service as its users meet it: on a port, with the demonstration cooperative, a chain
 * and jobs that run by themselves. All tests that say so share one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {Artel.class, Scene.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "artel.notary.sequence-every=100ms")
@ContextConfiguration(initializers = House.OwnFolder.class)
@TestExecutionListeners(
    listeners = ClockOfTheHouse.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@interface OpenHouse {}
