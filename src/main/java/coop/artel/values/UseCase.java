package coop.artel.values;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person or a process can ask a module to do, in one transaction. A refusal does not roll
 * back: it would mark the engine's transaction and break the model's own path for it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Service
@Transactional(noRollbackFor = Refusal.class)
public @interface UseCase {}
