package org.huboutcomes.cluster;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.transaction.support.TransactionTemplate;

/// The job repository of a worker. It can change the record of a partition only while it has the lease. Check and
/// change are one transaction.
public final class FencedRepository {

    private FencedRepository() {}

    /// @param requireHeld throws an exception unless the worker has the lease of its partition
    public static JobRepository of(JobDatabase database, Runnable requireHeld) {
        TransactionTemplate transaction = new TransactionTemplate(database.transactions());
        MethodInterceptor fence = call -> {
            if (!call.getMethod().getName().startsWith("update")) return call.proceed();
            transaction.executeWithoutResult(status -> {
                requireHeld.run();
                proceed(call);
            });
            return null;
        };
        ProxyFactory proxy = new ProxyFactory(JobRepository.class, fence);
        proxy.setTarget(repository(database));
        return (JobRepository) proxy.getProxy();
    }

    private static void proceed(MethodInvocation call) {
        try {
            call.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the job repository declares no such exception", e);
        }
    }

    private static JobRepository repository(JobDatabase database) {
        try {
            JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(database.dataSource());
            factory.setTransactionManager(database.transactions());
            factory.setDatabaseType("POSTGRES");
            factory.afterPropertiesSet();
            return factory.getObject();
        } catch (Exception e) {
            throw new IllegalStateException("the job repository cannot be set up", e);
        }
    }
}
